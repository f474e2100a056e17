import { getTranslations } from "next-intl/server";
import { plainMonth } from "@/contracts/platform";
import { csvLine } from "@/lib/csv";
import { csvResponse } from "@/lib/csv-stream";
import { requirePlatformPage } from "@/server/auth/require-page";
import { walkUsage } from "@/server/domain/platform/list-usage";

/** One line per business, with a comma for the decimal point: German spreadsheets read it as a number. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requirePlatformPage();
  const { searchParams } = new URL(request.url);
  const month = plainMonth.safeParse(searchParams.get("month"));
  if (!month.success) return new Response(null, { status: 400 });
  const t = await getTranslations("platform.usage");
  const pages = walkUsage(ctx, month.data);
  async function* lines() {
    yield csvLine([t("month"), t("tenant"), t("calls"), t("minutes"), t("costUsd")], ";");
    for await (const rows of pages)
      yield rows
        .map(({ name, calls, durationSec, costUsdCents }) =>
          csvLine(
            [month.data ?? "", name, String(calls), decimal(durationSec / 60), decimal(costUsdCents / 100)],
            ";",
          ),
        )
        .join("");
  }
  return csvResponse(lines(), `${t("file")}-${month.data}`);
}

const decimal = (value: number) => value.toFixed(2).replace(".", ",");
