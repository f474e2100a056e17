export { handleFeed as GET, handleFeed as HEAD } from "@/server/api/calendar-feed";
