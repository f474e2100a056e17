import { ReportSkeleton } from "./_report/report-skeleton";

export default ReportSkeleton;
