import type { ExternalToast } from "sonner";

type Say = (sentence: string, options?: ExternalToast) => void;

const say =
  (kind?: "success" | "error"): Say =>
  (sentence, options) => {
    import("sonner").then(({ toast }) => (kind ? toast[kind] : toast)(sentence, options));
  };

/** A short word at the edge of the screen. Its library is fetched after the page stands: nobody waits for it. */
export const toast = Object.assign(say(), { success: say("success"), error: say("error") });
