/** What a caller hands in to be able to stop a piece of work: the part of an AbortSignal that is needed, as the core knows no platform. */
export interface Cancel {
  readonly aborted: boolean;
  /** Throws the reason, where it was stopped. */
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
