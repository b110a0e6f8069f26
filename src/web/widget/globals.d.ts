/// <reference types="vite/client" />

/** Emergency number of each region, put in at build time from the knowledge pack. */
declare const LUMBAR_EMERGENCY_NUMBERS: Readonly<Record<string, string>>;

/** Every telephone number of the pack's regions, put in at build time. */
declare const LUMBAR_PHONE_NUMBERS: readonly string[];

/** Where the chat's bundle lies on the server, put in at build time. */
declare const LUMBAR_CHAT_PATH: string;
