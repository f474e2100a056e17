/** Runs every job, so many at a time, and keeps their order. */
export async function sideBySide<Job, Result>(
  jobs: readonly Job[],
  atATime: number,
  run: (job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atATime, jobs.length) }, async () => {
      while (next < jobs.length) {
        const index = next++;
        results[index] = await run(jobs[index] as Job);
      }
    }),
  );
  return results;
}
