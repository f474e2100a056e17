import { getTranslations } from "next-intl/server";
import { csvLine } from "@/lib/csv";
import { csvResponse } from "@/lib/csv-stream";
import { formatPhone } from "@/lib/phone-display";
import { writeDay } from "@/lib/written-day";
import { requirePage } from "@/server/auth/require-page";
import { exportCustomers } from "@/server/domain/customers/export-customers";

interface ExportRoute {
  params: Promise<{ tenant: string }>;
}

/** The list as it is looked at, as a file for a spreadsheet: row by row, so that its size does not matter. */
export async function GET(request: Request, { params }: ExportRoute): Promise<Response> {
  const { tenant: slug } = await params;
  const ctx = await requirePage(slug, "customers:write");
  const { searchParams } = new URL(request.url);
  const delimiter = searchParams.get("separator") === "comma" ? "," : ";";
  const search = searchParams.get("search")?.slice(0, 255) || undefined;
  const t = await getTranslations("customers");
  const head = csvLine(
    (["name", "phone", "email", "birthdate"] as const).map((column) => t(`column.${column}`)),
    delimiter,
  );
  const people = exportCustomers(ctx, search);
  async function* lines() {
    yield head;
    for await (const rows of people)
      yield rows
        .map(({ name, phone, email, birthdate }) =>
          csvLine([name, phone && dialled(phone), email, birthdate && writeDay(birthdate)], delimiter),
        )
        .join("");
  }
  return csvResponse(lines(), `${t("export.file")}-${new Date().toISOString().slice(0, 10)}`);
}

/** With 00 for the plus, which a spreadsheet takes for a formula. */
const dialled = (phone: string) => formatPhone(phone).replace(/^\+/, "00");
