import { useEffect, useState } from "react";
import { peaksOf } from "./strip-bars";

/** Larger ones are streamed, and have no waveform: decoding them would fill a phone's memory. */
const wholeBytes = 24 * 1024 * 1024;
/** Whoever only walks through the list with J and K fetches nothing. */
const settleMs = 350;
/** Decoded at this rate, a minute takes two megabytes. */
const waveformHertz = 8_000;

export type RecordingState =
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
      if (Number(response.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > wholeBytes) {
        await response.body?.cancel();
        return setState({ kind: "ready", source: url });
      }
      const file = await response.blob();
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
