// What counts for the whole ward: its name and its scale, with the scale's times shown and marked where nobody has confirmed them.
import { scaleIds, scales, type ScaleId } from "#core/clinical/scales.ts";
import { usePageWords } from "../../page-words.ts";
import { LevelTag } from "../../ui/level-tag.tsx";
import { ChipChoice } from "./chip-choice.tsx";
import { SavedField } from "./saved-field.tsx";
import { SectionHead } from "./this-device.tsx";
import { useWardSettings } from "./use-ward-settings.ts";

export const TheWard = () => {
  const { settings } = usePageWords();
  const { now, set } = useWardSettings();
  return (
    <section className="card stack" aria-labelledby="settings-ward">
      <SectionHead id="settings-ward" title={settings.wardTitle} text={settings.wardText} />
      <SavedField draft="settings/ward" label={settings.wardName} value={now.name} onSave={(name) => set({ name }, settings.wardNamed(name))} />
      <ChipChoice label={settings.scale} choices={scaleIds.map((id) => [id, scales[id].name])} chosen={now.scale} onChoose={(scale) => set({ scale }, settings.scaleSet(scales[scale].name))} />
      <ScaleTable scale={now.scale} />
    </section>
  );
};

const ScaleTable = ({ scale }: { readonly scale: ScaleId }) => {
  const { settings } = usePageWords();
  const { name, version, source, checked, ours, levels } = scales[scale];
  return (
    <div className="stack">
      <div className="scale-marks">
        {!checked && <p className="scale-mark">{settings.notChecked}</p>}
        {ours && <p className="scale-mark">{settings.ours}</p>}
        {checked && !ours && <p>{settings.checked}</p>}
      </div>
      <table className="scale-table">
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{settings.level}</th>
            <th scope="col">{settings.limit}</th>
            <th scope="col">{settings.reassess}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ level, limitMin, reassessMin }) => (
            <tr key={level}>
              <th scope="row">
                <LevelTag triage={{ scale, scaleVersion: scales[scale].version, level }} />
              </th>
              <td className="number">{settings.limitIn(limitMin)}</td>
              <td className="number">{settings.reassessIn(reassessMin)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">
        {settings.version(version)}. {settings.source}: <span lang="en">{source}</span>.
      </p>
    </div>
  );
};
