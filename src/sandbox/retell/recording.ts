import { readDemoRecording } from "@/lib/demo-recording";
import type { HttpReply, HttpRequest } from "../http/router";

/** Telephone quality: 8,000 bytes a second. */
const RATE = 8_000;
const HEADER_BYTES = 44;
const VOICES = { agent: { hertz: 196, syllables: 4.6 }, user: { hertz: 118, syllables: 3.9 } } as const;

/** Two hums that take turns as the two people did, in syllables: nobody speaks, but the ear can follow. */
function sound({ durationMs, turns }: ReturnType<typeof readDemoRecording>): Buffer {
  const samples = Buffer.alloc(Math.floor((durationMs / 1000) * RATE), 128);
  for (const { role, startMs, endMs } of turns) {
    const { hertz, syllables } = VOICES[role];
    const first = Math.floor((startMs / 1000) * RATE);
    const last = Math.min(samples.length, Math.floor((endMs / 1000) * RATE));
    for (let at = first; at < last; at += 1) {
      const seconds = (at - first) / RATE;
      const pitch = hertz * (1 + 0.06 * Math.sin(2.1 * seconds) - (0.1 * (at - first)) / (last - first));
      const syllable = Math.abs(Math.sin(Math.PI * syllables * seconds)) ** 1.5;
      const stress = 0.55 + 0.45 * Math.sin(1.7 * seconds + startMs) ** 2;
      const phase = 2 * Math.PI * pitch * seconds;
      const tone = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(4 * phase);
      samples[at] = 128 + Math.round(46 * syllable * stress * tone);
    }
  }
  return Buffer.concat([header(samples.length), samples]);
}

/** WAV: mono, eight bits, unsigned. */
function header(bytes: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.write("RIFF", 0);
  head.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}

/** Answers as the storage behind Retell's links does: without a key, and in parts where parts are asked for. */
export function recordingReply({ query, headers }: HttpRequest): HttpReply {
  const recording = readDemoRecording(query);
  if (recording.until < Date.now()) return { status: 403, body: { error: "The link has expired." } };
  const file = sound(recording);
  const type = { "content-type": "audio/wav", "accept-ranges": "bytes" };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if (from === undefined) return { status: 200, body: file, headers: type };
  const [first, last] = [Number(from), Math.min(to ? Number(to) : file.length, file.length - 1)];
  if (first > last) return { status: 416, headers: { "content-range": `bytes */${file.length}` } };
  const part = { ...type, "content-range": `bytes ${first}-${last}/${file.length}` };
  return { status: 206, body: file.subarray(first, last + 1), headers: part };
}
