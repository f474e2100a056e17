export { AppointmentsSkeleton as default } from "@/components/appointments/appointments-skeleton";
