import type { Trade } from "@/contracts/trades";
import { consultancy } from "./consultancy";
import { cosmetics } from "./cosmetics";
import { dental } from "./dental";
import { garage } from "./garage";
import { hairdresser } from "./hairdresser";
import { medical } from "./medical";
import { other } from "./other";
import { physiotherapy } from "./physiotherapy";
import type { TradeTemplate } from "./template";

export const tradeTemplates: Record<Trade, TradeTemplate> = {
  physiotherapy,
  medical,
  dental,
  hairdresser,
  cosmetics,
  consultancy,
  garage,
  other,
};
