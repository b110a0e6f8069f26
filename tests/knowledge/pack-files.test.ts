import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkReport } from '../../src/knowledge/check-report';
import { openPack } from '../../src/knowledge/open-pack';
import { defaultPackDirectory } from '../../src/knowledge/pack-directory';
import { readPackFiles } from '../../src/knowledge/read-pack-files';

describe('the pack that ships with the service', () => {
  const pack = openPack();
  const words = pack.words.get('en');

  it('is sound', () => {
    expect({ id: pack.id, version: pack.version, reviewer: pack.reviewer }).toEqual({
      id: 'back-spasms',
      version: '1.0.0',
      reviewer: 'pending',
    });
  });

  it('is reported with what it holds', () => {
    const report = checkReport(defaultPackDirectory());
    expect(report).toEqual({
      sound: true,
      text: expect.stringMatching(/^back-spasms@1\.0\.0 is sound: 21 flags, .* 9 regions; en: /),
    });
  });

  it('knows whom to call in each region', () => {
    const numbers = [...pack.regions].map(([code, region]) => [
      code,
      [region.emergency.number, region.crisis.number],
    ]);
    expect(Object.fromEntries(numbers)).toEqual({
      US: ['911', '988'],
      GB: ['999', '116 123'],
      IE: ['112', '116 123'],
      EU: ['112', '116 123'],
      CA: ['911', '988'],
      AU: ['000', '13 11 14'],
      NZ: ['111', '1737'],
      MX: ['911', '800 911 2000'],
      ES: ['112', '024'],
    });
  });

  it('asks about the pain in at most eight questions, in this order', () => {
    expect(words?.intake.map((question) => question.id)).toEqual([
      'location',
      'durationDays',
      'onset',
      'severity',
      'leg-radiation',
      'recurrent',
      'age',
      'nsaidCautions',
    ]);
  });

  it('asks about the warning signs in four screens', () => {
    const screens = (words?.screens ?? []).map((screen) => [
      screen.id,
      screen.options.map((option) => option.flag),
    ]);
    expect(Object.fromEntries(screens)).toEqual({
      'screen-bladder-bowel': ['bowel-bladder-loss', 'urinary-retention', 'saddle-numbness'],
      'screen-legs': ['cannot-walk', 'leg-weakness', 'leg-numbness-tingling', 'leg-radiation'],
      'screen-general': [
        'fever',
        'weight-loss',
        'cancer-history',
        'immunosuppressed-or-ivdu',
        'steroid-or-osteoporosis',
      ],
      'screen-pain': [
        'severe-pain',
        'night-or-rest-pain',
        'trauma',
        'swelling-redness',
        'chest-pain-or-breathless',
        'abdominal-pulsing-or-tearing',
      ],
    });
  });

  it('offers anti-inflammatory tablets to nobody with a reason against them, nor under 16', () => {
    expect(words?.remedies.get('nsaid-tablets')).toMatchObject({
      notWith: [
        'kidney-disease',
        'stomach-ulcer',
        'blood-thinner',
        'nsaid-allergy',
        'heart-disease',
        'pregnancy',
      ],
      notUnderAge: 16,
    });
  });

  it('names no dose in any remedy', () => {
    const said = [...(words?.remedies.values() ?? [])].flatMap((remedy) => [
      ...remedy.steps,
      remedy.caution ?? '',
    ]);
    expect(said.filter((text) => /\d\s*(mg|milligrams?|tablets?|pills?)\b/i.test(text))).toEqual(
      [],
    );
  });
});

describe('a pack with a fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('stops the start with file, line and reason', () => {
    cpSync(defaultPackDirectory(), folder, { recursive: true });
    writeFileSync(join(folder, 'pack.yaml'), 'id: back-spasms\n');
    expect(() => openPack(folder)).toThrow(
      `The knowledge pack in ${folder} has faults:\n  pack.yaml:1 version: `,
    );
  });

  it('is reported fault by fault', () => {
    const report = checkReport(folder);
    expect(report.sound).toBe(false);
    expect(report.text.trimEnd().split('\n')).toEqual([
      'pack.yaml:1 version: Invalid input: expected string, received undefined',
      'pack.yaml:1 title: Invalid input: expected string, received undefined',
      'pack.yaml:1 locales: Invalid input: expected array, received undefined',
      'pack.yaml:1 reviewer: Invalid input: expected string, received undefined',
      'pack.yaml:1 reviewed: Invalid input: expected string, received undefined',
    ]);
    expect(checkReport(join(folder, 'nowhere'))).toEqual({
      sound: false,
      text: `${join(folder, 'nowhere')}: there is no such directory\n`,
    });
  });

  it('is read in the order of its paths, which are written the same on every system', () => {
    const paths = readPackFiles(folder).map((file) => file.path);
    expect(paths).toEqual(paths.toSorted());
    expect(paths).toContain('en/screens.yaml');
  });
});
