registerSettingsPage(() => (
  <Page>
    <Text>Runner's Core</Text>
  </Page>
));
