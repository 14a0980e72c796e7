package dev.lockstep.model;

/** Which kinds of change a binding allows. */
public enum DeletePolicy {
  /** Create, update and remove. */
  SYNC,
  /** Create and update; what is no longer wanted stays. */
  UPSERT_ONLY,
  /** Create; what is there stays as it is. */
  CREATE_ONLY
}
