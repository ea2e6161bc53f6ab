interface RangeProps {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  set(value: number): void;
}

/** A number that is set with a slider. */
export function Range({
  label,
  unit,
  min,
  max,
  value,
  disabled,
  set,
}: RangeProps) {
  return (
    <label class="range">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        value={value}
        disabled={disabled}
        onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
      />
      <output>
        {disabled === true ? "–" : value} {unit}
      </output>
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly value: boolean;
  set(on: boolean): void;
}

/** A switch. */
export function Check({ label, value, set }: CheckProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={value}
        onChange={() => set(!value)}
      />
      <span>{label}</span>
    </label>
  );
}
