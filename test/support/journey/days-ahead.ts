/** The day so many days from today, as YYYY-MM-DD in local time. */
export function daysAhead(count: number): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + count));
  return day.toISOString().slice(0, 10);
}
