import { CompanionWorld, daily } from "./companion-world";

describe("what the page asks for", () => {
  it("plays the cues on the open app, or says that it is closed", async () => {
    const world = new CompanionWorld();
    const { companion } = await world.launch();
    companion.changed("feel");
    expect(world.summary().cueDemo).toBe("closed");
    world.open = true;
    companion.changed("feel");
    expect(world.summary().cueDemo).toBe("sent");
    expect(world.messages).toEqual([[1, "feel"]]);
  });

  it("plays the cues once the line opens, if that is soon enough", async () => {
    const world = new CompanionWorld();
    world.settings.setItem("feel", String(world.seconds * 1000));
    const { companion } = await world.launch(true);
    expect(world.summary().cueDemo).toBe("closed");
    world.open = true;
    world.seconds += 5;
    companion.opened();
    companion.opened();
    expect(world.messages).toHaveLength(1);
    world.settings.setItem("feel", String(world.seconds * 1000));
    world.seconds += 60;
    companion.opened();
    await world.launch(true);
    expect(world.messages).toHaveLength(1);
  });

  it("is the history in parts, as CSV or JSON", async () => {
    const world = new CompanionWorld();
    world.sessions(daily(1001));
    const { companion } = await world.launch();
    const ask = (what: string): { parts: number; text: string } => {
      world.settings.setItem("ask", what);
      companion.changed("ask");
      return JSON.parse(world.settings.getItem("export")!);
    };
    expect(ask("csv 1").parts).toBe(5);
    expect(ask("csv 1").text.split("\r\n")).toHaveLength(252);
    expect(ask("csv 5").text.split("\r\n")).toHaveLength(3);
    expect(JSON.parse(ask("json 5").text)).toHaveLength(1);
    world.settings.removeItem("ask");
    companion.changed("ask");
    expect(world.settings.getItem("export")).toBeNull();
  });

  it("is answered at the next start when the companion had died", async () => {
    const world = new CompanionWorld();
    world.settings.setItem("ask", "json 1");
    await world.launch();
    expect(world.settings.getItem("export")).toContain("[]");
  });

  it("never depends on what the page wrote into the summary", async () => {
    const world = new CompanionWorld();
    world.sessions(daily(2));
    const { companion } = await world.launch();
    world.settings.setItem("summary", "garbage");
    companion.changed("summary");
    expect(world.summary().totals.sessions).toBe(2);
  });
});
