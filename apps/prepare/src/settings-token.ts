/** Injection token of the settings. */
export const settingsToken = Symbol('settings');
