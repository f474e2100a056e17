import { getTranslations } from "next-intl/server";
import { byteOrderMark, csvLine } from "@/lib/csv";
import { formatPhone } from "@/lib/phone-display";
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
    yield byteOrderMark + head;
    for await (const rows of people)
      yield rows
        .map(({ name, phone, email, birthdate }) =>
          csvLine([name, phone && dialled(phone), email, birthdate && germanDay(birthdate)], delimiter),
        )
        .join("");
  }
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(lines()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${t("export.file")}-${day}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}

/** Reads on as fast as the browser takes it, and stops when that goes away. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** With 00 for the plus, which a spreadsheet takes for a formula. */
const dialled = (phone: string) => formatPhone(phone).replace(/^\+/, "00");

const germanDay = (date: string) => date.split("-").reverse().join(".");
