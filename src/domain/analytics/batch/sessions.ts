import { createId } from "@/lib/id";
import type { Arrival } from "../event";

/** A session ends after thirty minutes without an event. */
export const SESSION_GAP_MS = 30 * 60_000;

export interface Session extends Arrival {
  visitorHash: string;
  sessionId: string;
  /** Moment of its last event. */
  at: Date;
}

interface VisitorEvent {
  visitorHash: string;
  createdAt: Date;
  arrival?: Arrival;
}

const DIRECT: Arrival = { source: null, medium: null, campaign: null };

/** Gives each event its session: the visitor's known one or a new one, with the arrival of the session's first event. */
export function assignSessions<E extends VisitorEvent>(
  events: readonly E[],
  known: readonly Session[],
): (E & Arrival & { sessionId: string })[] {
  const newest = new Map(known.map((session) => [session.visitorHash, session]));
  const inOrder = events.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return inOrder.map((event) => {
    const { visitorHash, createdAt: at } = event;
    const last = newest.get(visitorHash);
    const session = last && isSameSession(last.at, at) ? last : beginSession(event);
    newest.set(visitorHash, { ...session, at });
    const { sessionId, source, medium, campaign } = session;
    return { ...event, sessionId, source, medium, campaign };
  });
}

function isSameSession(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) <= SESSION_GAP_MS;
}

export function beginSession({ visitorHash, createdAt, arrival }: VisitorEvent): Session {
  return { visitorHash, sessionId: createId(), at: createdAt, ...DIRECT, ...arrival };
}
