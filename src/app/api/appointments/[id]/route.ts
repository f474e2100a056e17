export {
  cancelAppointmentRoute as DELETE,
  changeAppointmentRoute as PUT,
} from "@/server/rest/routes/appointments";
