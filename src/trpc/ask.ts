import type { ErrorView } from "@/contracts/errors";
import { deserialize, serialize } from "@/lib/wire-format";

export type Ask = (type: "query" | "mutation", path: string, input: unknown) => Promise<unknown>;

interface Question {
  path: string;
  input: ReturnType<typeof serialize>;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

const mostAtOnce = 20;
const longestAddress = 4_000;

/** A refusal, as `errorFormatter` put it. */
class Refusal extends Error {
  override name = "Refusal";

  constructor(
    message: string,
    readonly data: { code: string; httpStatus: number; error: ErrorView },
  ) {
    super(message);
  }
}

/**
 * tRPC's protocol as this house speaks it: what is asked in one go travels in one request. tRPC's own client does
 * that and much else, and weighs 7 kB on every page.
 */
export function createAsk(url: string): Ask {
  const waiting: Record<"query" | "mutation", Question[]> = { query: [], mutation: [] };
  const sendAll = (type: "query" | "mutation") => {
    for (const batch of batchesOf(url, waiting[type].splice(0))) void send(url, type, batch);
  };
  return (type, path, input) =>
    new Promise((resolve, reject) => {
      const question = { path, input: serialize(input), resolve, reject };
      if (waiting[type].push(question) === 1) setTimeout(sendAll, 0, type);
    });
}

function* batchesOf(url: string, questions: readonly Question[]): Generator<Question[]> {
  let batch: Question[] = [];
  for (const question of questions) {
    const more = [...batch, question];
    if (batch.length > 0 && (more.length > mostAtOnce || addressOf(url, more).length > longestAddress)) {
      yield batch;
      batch = [question];
    } else batch = more;
  }
  yield batch;
}

const pathOf = (url: string, batch: readonly Question[]) =>
  `${url}/${batch.map(({ path }) => path).join(",")}?batch=1`;
const inputsOf = (batch: readonly Question[]) => JSON.stringify({ ...batch.map(({ input }) => input) });
const addressOf = (url: string, batch: readonly Question[]) =>
  `${pathOf(url, batch)}&input=${encodeURIComponent(inputsOf(batch))}`;

async function send(url: string, type: "query" | "mutation", batch: readonly Question[]): Promise<void> {
  try {
    const response =
      type === "query"
        ? await fetch(addressOf(url, batch))
        : await fetch(pathOf(url, batch), {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: inputsOf(batch),
          });
    const answers = await response.json();
    batch.forEach(({ resolve, reject }, i) => {
      const { error, result } = Array.isArray(answers) ? answers[i] : answers;
      if (error) reject(refusalOf(deserialize(error)));
      else resolve(deserialize(result.data));
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

function refusalOf(shape: unknown): Refusal {
  const { message, data } = shape as Refusal;
  return new Refusal(message, data);
}
