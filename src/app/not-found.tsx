import { NotFoundMessage } from "@/components/not-found-message";

export default function NotFound() {
  return (
    <main className="mx-auto w-full max-w-xl px-5 pt-[14dvh]">
      <NotFoundMessage />
    </main>
  );
}
