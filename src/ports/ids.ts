/** Unguessable names. */
export interface Ids {
  /** 96 random bits as 16 characters of [A-Za-z0-9_-]. */
  id(): string;
  /** A code a human can type: eight characters without look-alikes, about 40 bits. */
  code(): string;
}
