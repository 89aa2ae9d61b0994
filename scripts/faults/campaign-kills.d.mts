export interface KillReport {
  recipients: number;
  kills: number;
  calls: number;
  /** Recipients by how many messages they got. */
  once: number;
  twice: number;
  never: number;
  /** Messages that went to people after they had unsubscribed. */
  afterUnsubscribing: number;
  unsubscribed: number;
  status: string;
  sent: number;
}

export function runCampaignKills(options: {
  databaseUrl: string;
  recipients: number;
  kills: number;
  secret?: string;
  random?: () => number;
}): Promise<KillReport>;
