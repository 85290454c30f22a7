// Plain JavaScript on purpose: it must run on whatever Node there is, to say what is missing.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Vitrine needs Node 24; this is ${process.versions.node}. Its own copy comes with "npm ci": run that again without --ignore-scripts or --omit=dev.`,
  );
  process.exit(1);
}
