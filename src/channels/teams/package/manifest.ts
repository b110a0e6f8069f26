/** What the package has to know about the place where the bot runs. */
export interface PackageSettings {
  /** The registration's id; the app bears the same one. */
  readonly appId: string;
  /** Where people reach the service; https. */
  readonly publicUrl: string;
  /** Of the service, as `package.json` has it. */
  readonly version: string;
}

const schemaVersion = '1.29';

/** What people find when they type to the bot. */
const commands = [
  ['Check my symptoms', 'A few questions about your back, then what to do next'],
  ['Ask a question', 'Causes, care at home, treatments, when to see a doctor'],
  ['Talk to a clinician', 'Wait for a person who reads what you told me'],
  ['Start over', 'Begin again from the first question'],
  ['What do you store?', 'See what is kept of you, and have it deleted'],
] as const;

/** The manifest of the Teams app, for people one by one, and for groups in order to ask for privacy. */
export function teamsManifest({ appId, publicUrl, version }: PackageSettings) {
  const address = new URL(publicUrl);
  const page = (anchor: string): string => `${publicUrl}/${anchor}`;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: appId,
    developer: {
      name: 'Lumbar',
      websiteUrl: page(''),
      privacyUrl: page('#privacy'),
      termsOfUseUrl: page('#terms'),
    },
    name: { short: 'Lumbar', full: 'Lumbar: help when your back hurts' },
    description: {
      short: 'Help when your back hurts: a few questions, then what to do next.',
      full: [
        'Lumbar listens when your back hurts or has locked up, asks about warning signs, and tells you',
        'what to do next: how to look after yourself at home, or how soon to see somebody. You can ask',
        'it questions about back spasms, and have a clinician join the chat. Lumbar is a program, not a',
        'doctor, and not for emergencies: in an emergency call the emergency number where you are.',
      ].join(' '),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f6b78',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [
          {
            scopes: ['personal'],
            commands: commands.map(([title, description]) => ({ title, description })),
          },
          {
            scopes: ['team', 'groupChat'],
            commands: [{ title: 'Help', description: 'How to talk to Lumbar in private' }],
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [address.host],
  } as const;
}
