import { useEffect, useState } from "react";
import { peaksOf } from "./strip-bars";

/** Larger ones are streamed, and have no waveform: decoding them would fill a phone's memory. */
const wholeBytes = 24 * 1024 * 1024;
/** Whoever only walks through the list with J and K fetches nothing. */
const settleMs = 350;
/** Decoded at this rate, a minute takes two megabytes. */
const waveformHertz = 8_000;

type RecordingState =
  | { kind: "loading" }
  | { kind: "ready"; source: string }
  | { kind: "expired" | "unreachable" };

/** Fetches a recording of moderate length at once, so that jumping in it needs no network, and measures it. */
export function useRecording(
  url: string,
  attempt: number,
  onPeaks: (peaks: number[]) => void,
): RecordingState {
  const [state, setState] = useState<RecordingState>({ kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    const gone = new AbortController();
    let source: string | undefined;
    setState({ kind: "loading" });
    const load = async () => {
      const response = await fetch(url, { signal: gone.signal });
      if (!response.ok) return setState({ kind: response.status === 404 ? "expired" : "unreachable" });
      const file = await readWhole(response);
      if (!file) return setState({ kind: "ready", source: url });
      source = URL.createObjectURL(file);
      setState({ kind: "ready", source });
      const decoder = new OfflineAudioContext(1, 1, waveformHertz);
      const sound = await decoder.decodeAudioData(await file.arrayBuffer());
      if (!gone.signal.aborted) onPeaks(peaksOf(sound.getChannelData(0)));
    };
    const timer = setTimeout(() => {
      load().catch(() => {
        // What cannot be measured may well be heard.
        if (!gone.signal.aborted && !source) setState({ kind: "unreachable" });
      });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
      if (source) URL.revokeObjectURL(source);
    };
  }, [url, attempt, onPeaks]);
  return state;
}

/** Undefined when there is more than a page should hold; the rest is then not fetched. */
async function readWhole(response: Response): Promise<Blob | undefined> {
  const chunks: BlobPart[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (!value || done) return new Blob(chunks, { type: response.headers.get("content-type") ?? "" });
    chunks.push(value);
    size += value.byteLength;
    if (size <= wholeBytes) continue;
    await reader?.cancel();
    return undefined;
  }
}
