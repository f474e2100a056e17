import mysql, { type RowDataPacket } from "mysql2/promise";
import { signRetell } from "@/sandbox/retell/signature";
import { getDatabase } from "@/server/db";
import { receiveToolCall } from "@/server/voice/receive-tool-call";
import { agreeTo, type BenchCall, newCall, noteResult, toolBody } from "./caller";

/**
 * A program of its own: what one tool call asks of the database, by the server's own count, which no noise can change.
 * The tools' route runs in this process, and nobody else uses the server meanwhile. Prints the most that any call took.
 */
export interface Statements {
  tool: string;
  statements: number;
  commits: number;
}

type Counter = "Questions" | "Com_commit";
interface Given {
  toNumber: string;
  service: string;
}

const { toNumber, service } = JSON.parse(process.argv[2] ?? "") as Given;
const [warmUps, repeats] = [3, 10];

const connection = await mysql.createConnection({ uri: process.env.DATABASE_URL });
const most = new Map<string, Statements>();
for (let i = 0; i < warmUps + repeats; i++) {
  if (i === warmUps) most.clear();
  await bookOnce();
}
await connection.end();
await getDatabase().$client.end();
process.stdout.write(JSON.stringify([...most.values()]));

async function bookOnce(): Promise<void> {
  const call = newCall(toNumber);
  await ask(call, "get_context", {});
  await count("bench_nothing", call, {});
  const { data } = await count("check_availability", call, { service });
  const offer = data?.offers?.[0];
  if (!offer) throw new Error("nothing is free");
  agreeTo(call, offer);
  const booking = { offer_id: offer.offer_id, customer_name: "Erika Mustermann" };
  const { success, message } = await count("book_appointment", call, booking);
  if (!success) throw new Error(`book_appointment answered: ${message}`);
}

async function count(tool: string, call: BenchCall, args: Record<string, unknown>) {
  const before = await readCounters();
  const answer = await ask(call, tool, args);
  const after = await readCounters();
  // Reading the counters is a statement too.
  const statements = after.Questions - before.Questions - 1;
  const commits = after.Com_commit - before.Com_commit;
  const known = most.get(tool) ?? { statements, commits };
  most.set(tool, {
    tool,
    statements: Math.max(statements, known.statements),
    commits: Math.max(commits, known.commits),
  });
  return answer;
}

interface Answer {
  success: boolean;
  message: string;
  data?: { offers?: { offer_id: string; spoken: string; service: string; staff: string }[] };
}

async function ask(call: BenchCall, tool: string, args: Record<string, unknown>): Promise<Answer> {
  const body = JSON.stringify(toolBody(call, tool, args));
  const headers = { "x-retell-signature": signRetell(body, process.env.RETELL_API_KEY ?? "") };
  const request = new Request("http://localhost", { method: "POST", body, headers });
  const answer = await (await receiveToolCall(request, tool)).text();
  noteResult(call, answer);
  return JSON.parse(answer) as Answer;
}

async function readCounters(): Promise<Record<Counter, number>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_commit')",
  );
  const of = (name: Counter) => Number(rows.find((row) => row.Variable_name === name)?.Value ?? 0);
  return { Questions: of("Questions"), Com_commit: of("Com_commit") };
}
