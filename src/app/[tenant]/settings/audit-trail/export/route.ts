import { getFormatter, getTranslations } from "next-intl/server";
import { filterOf, loadFilter } from "@/components/settings/audit-trail/address";
import { sayChangesInLine } from "@/components/settings/audit-trail/say-changes";
import { sayActor, sayDetail, sayEvent, sayOrigin } from "@/components/settings/audit-trail/say-event";
import { csvLine } from "@/lib/csv";
import { csvResponse } from "@/lib/csv-stream";
import { requirePage } from "@/server/auth/require-page";
import { exportTrail } from "@/server/domain/audit-trail/export-trail";

interface ExportRoute {
  params: Promise<{ tenant: string }>;
}

/** The trail as it is looked at, as a file for a spreadsheet. */
export async function GET(request: Request, { params }: ExportRoute): Promise<Response> {
  const { tenant: slug } = await params;
  const ctx = await requirePage(slug, "audit:read");
  const { searchParams } = new URL(request.url);
  const delimiter = searchParams.get("separator") === "comma" ? "," : ";";
  const [t, format] = await Promise.all([getTranslations("auditTrail"), getFormatter()]);
  const { timeZone } = ctx.tenant;
  const sayTime = (instant: Date) =>
    format.dateTime(instant, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const pages = exportTrail(ctx, filterOf(await loadFilter(Object.fromEntries(searchParams))));
  async function* lines() {
    try {
      yield csvLine(
        [t("time"), t("actor"), t("what"), t("details"), t("changed"), t("origin.label"), t("request")],
        delimiter,
      );
      for await (const rows of pages)
        yield rows
          .map((row) =>
            csvLine(
              [
                sayTime(row.at),
                sayActor(t, row.actor),
                sayEvent(t, row, sayTime),
                sayDetail(t, row, sayTime),
                sayChangesInLine(t, format, row),
                sayOrigin(t, row),
                row.requestId,
              ],
              delimiter,
            ),
          )
          .join("");
    } finally {
      await pages.return(undefined);
    }
  }
  return csvResponse(lines(), `${t("file")}-${new Date().toISOString().slice(0, 10)}`);
}
