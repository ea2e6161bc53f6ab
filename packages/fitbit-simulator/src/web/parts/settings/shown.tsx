import type { JSX } from "preact";
import type { Shown as Node, Widget } from "../../world/protocol";
import { ButtonRow, TextImageRow, ToggleRow } from "./rows";
import { ColorSelect } from "./color-select";
import { AdditiveList } from "./additive-list";
import { ImagePicker } from "./image-picker";
import { Link } from "./link";
import { hasPart, Part } from "./part";
import { Select } from "./select";
import { SignIn } from "./sign-in";
import { SliderRow } from "./slider";
import { TextInput } from "./text-input";

type View = (props: { widget: Widget }) => JSX.Element | null;

const VIEWS: Readonly<Record<string, View>> = {
  Page: ({ widget }) => <Nodes nodes={widget.children} />,
  Section,
  Text,
  Link,
  TextImageRow,
  Button: ButtonRow,
  Toggle: ToggleRow,
  Slider: SliderRow,
  TextInput,
  Select,
  AdditiveList,
  ColorSelect,
  ImagePicker,
  Oauth: SignIn,
  StravaLogin: SignIn,
};

/** Components and texts of a settings page, one after the other. */
export function Nodes({ nodes }: { nodes: readonly Node[] }) {
  return (
    <>
      {nodes.map((node, index) => {
        if (typeof node === "string") return <span key={index}>{node}</span>;
        const known = Object.hasOwn(VIEWS, node.component);
        const View = known ? VIEWS[node.component] : undefined;
        if (View !== undefined) {
          return <View key={`${node.component} ${node.place}`} widget={node} />;
        }
        return (
          <p key={node.place} class="s-unknown">
            The platform has no component {node.component}.
          </p>
        );
      })}
    </>
  );
}

function Section({ widget }: { widget: Widget }) {
  return (
    <section class="s-section">
      {hasPart(widget, "title") && (
        <h3>
          <Part widget={widget} name="title" />
        </h3>
      )}
      <div class="s-card">
        <Nodes nodes={widget.children} />
      </div>
      <div class="s-description">
        <Part widget={widget} name="description" />
      </div>
    </section>
  );
}

function Text({ widget }: { widget: Widget }) {
  const { bold, italic, align } = widget.props;
  const classes = ["s-text"];
  if (bold === true) classes.push("bold");
  if (italic === true) classes.push("italic");
  if (align === "center" || align === "right") classes.push(align);
  return (
    <span class={classes.join(" ")}>
      <Nodes nodes={widget.children} />
    </span>
  );
}
