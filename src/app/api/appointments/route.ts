export {
  createAppointmentRoute as POST,
  listAppointmentsRoute as GET,
} from "@/server/rest/routes/appointments";
