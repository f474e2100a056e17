import { baseToolName } from "./request";
import type { Tool } from "./tool";
import { bookAppointmentTool } from "./tools/book-appointment";
import { bookSeriesTool } from "./tools/book-series";
import { cancelAppointmentTool } from "./tools/cancel-appointment";
import { checkAvailabilityTool } from "./tools/check-availability";
import { findAppointmentsTool } from "./tools/find-appointments";
import { getBusinessInfoTool } from "./tools/get-business-info";
import { getContextTool } from "./tools/get-context";
import { listServicesTool } from "./tools/list-services";
import { noteRecordingConsentTool } from "./tools/note-recording-consent";
import { requestCallbackTool } from "./tools/request-callback";
import { rescheduleAppointmentTool } from "./tools/reschedule-appointment";
import { unknownTool } from "./tools/unknown-tool";

/** Everything the agent can do. The configuration at Retell is generated from this list. */
export const tools: readonly Tool[] = [
  getContextTool,
  listServicesTool,
  getBusinessInfoTool,
  checkAvailabilityTool,
  bookAppointmentTool,
  bookSeriesTool,
  findAppointmentsTool,
  rescheduleAppointmentTool,
  cancelAppointmentTool,
  requestCallbackTool,
  noteRecordingConsentTool,
];

/** The tool of this name, version suffix or not; a name nobody knows gets a tool that says so. */
export function toolByName(name: string): Tool {
  const wanted = baseToolName(name);
  return tools.find((tool) => tool.name === wanted) ?? unknownTool(wanted);
}
