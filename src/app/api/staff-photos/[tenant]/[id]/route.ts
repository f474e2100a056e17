export { handlePhotoDownload as GET, handlePhotoUpload as PUT } from "@/server/api/staff-photo";
