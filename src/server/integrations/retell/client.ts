import Retell, { NotFoundError } from "retell-sdk";
import type { CallListResponse } from "retell-sdk/resources/call";
import { env } from "@/env";

const timeoutMs = 10_000;
const pageSize = 200;

/** Undefined where no key is configured. */
export function client(): Retell | undefined {
  const { RETELL_API_KEY: apiKey, RETELL_BASE_URL: baseURL } = env;
  return apiKey ? new Retell({ apiKey, baseURL, timeout: timeoutMs, maxRetries: 2 }) : undefined;
}

/** Whether Retell can be asked at all. */
export const hasRetell = () => env.RETELL_API_KEY !== undefined;

/**
 * Calls that began in the range, newest first, at most `limit`; without transcripts, which only `fetchCall` brings.
 * @throws APIError of retell-sdk after its own retries
 */
export async function listCalls(range: { from: Date; to: Date }, limit: number): Promise<unknown[]> {
  const retell = client();
  const calls: unknown[] = [];
  let page: CallListResponse | undefined;
  while (retell && calls.length < limit && (!page || (page.has_more && page.pagination_key))) {
    page = await retell.call.list({
      filter_criteria: {
        start_timestamp: { type: "range", op: "bt", value: [range.from.getTime(), range.to.getTime()] },
      },
      sort_order: "descending",
      limit: Math.min(pageSize, limit - calls.length),
      ...(page ? { pagination_key: page.pagination_key } : {}),
    });
    calls.push(...page.items);
  }
  return calls;
}

/**
 * Has Retell keep of a call only what identifies it: no audio, transcript or log. It cannot be loosened again. True
 * where Retell has nothing more of the call.
 * @throws APIError of retell-sdk
 */
export async function keepLeastOfCall(retellCallId: string): Promise<boolean> {
  const retell = client();
  try {
    await retell?.call.update(retellCallId, { data_storage_setting: "basic_attributes_only" });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  return retell !== undefined;
}

/** The whole call as Retell has it, or undefined if it does not know the id. */
export async function fetchCall(retellCallId: string): Promise<unknown> {
  try {
    return await client()?.call.retrieve(retellCallId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
