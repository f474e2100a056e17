export { TeamSkeleton as default } from "@/components/team/team-skeleton";
