/** What can go wrong with a channel's notifications, as IVS and EventBridge warn. */
export interface NotificationFaults {
  /** How often each one is sent; 1 is right. */
  copies?: number;
  /** Seconds that each one is late. */
  delaySeconds?: number;
  /** Kept back until the stream has ended, then sent last first. */
  disordered?: boolean;
  /** Never sent. */
  never?: boolean;
}
