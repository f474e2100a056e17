export interface Placeable {
  id: number;
  startMinute: number;
  endMinute: number;
}

export interface Placed<Item> {
  item: Item;
  /** Of `lanes` equal lanes, the slip begins in this one (0 = first) and covers `span`. */
  lane: number;
  lanes: number;
  span: number;
}

/** A slip is never drawn shorter than this, so that it can be read and hit. */
export const shortestSlipMinutes = 20;

/**
 * Places what overlaps side by side. Appointments that touch each other, directly or through others, share a number of
 * lanes; each takes the first free one and widens to its right as far as nobody stands there.
 */
export function layoutSlips<Item extends Placeable>(items: readonly Item[]): Placed<Item>[] {
  const sorted = [...items].sort(
    (a, b) => a.startMinute - b.startMinute || b.endMinute - a.endMinute || a.id - b.id,
  );
  const placed: Placed<Item>[] = [];
  let cluster: { item: Item; lane: number }[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (item.startMinute >= clusterEnd) {
      placed.push(...widened(cluster));
      cluster = [];
    }
    cluster.push({ item, lane: firstFreeLane(cluster, item) });
    clusterEnd = Math.max(clusterEnd, shownEnd(item));
  }
  placed.push(...widened(cluster));
  return placed;
}

const shownEnd = (item: Placeable) => Math.max(item.endMinute, item.startMinute + shortestSlipMinutes);
const overlap = (a: Placeable, b: Placeable) => a.startMinute < shownEnd(b) && b.startMinute < shownEnd(a);

function firstFreeLane(cluster: readonly { item: Placeable; lane: number }[], item: Placeable): number {
  const taken = new Set(cluster.filter((other) => overlap(other.item, item)).map(({ lane }) => lane));
  let lane = 0;
  while (taken.has(lane)) lane++;
  return lane;
}

function widened<Item extends Placeable>(cluster: readonly { item: Item; lane: number }[]): Placed<Item>[] {
  const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1));
  return cluster.map(({ item, lane }) => {
    const toTheRight = cluster
      .filter((other) => other.lane > lane && overlap(other.item, item))
      .map((other) => other.lane);
    return { item, lane, lanes, span: Math.min(lanes, ...toTheRight) - lane };
  });
}
