/** What the onboarding page asks of the world outside. */
export interface OnboardingServices {
  /** Asks the browser at once: call it in the click handler, before any `await`, or Firefox refuses. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly openOptions: () => void;
}
