import type { SetupStep } from "@/contracts/trades";
import type { Setup } from "./use-setup";

export interface StepProps {
  setup: Setup;
  goOn: () => void;
  goTo: (step: SetupStep) => void;
}
