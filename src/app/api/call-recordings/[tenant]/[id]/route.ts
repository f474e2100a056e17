export { handleRecording as GET } from "@/server/api/call-recording";
