// What a page can do beyond what it shows without a script: fold everything open for paper and for a class, and point out
// one kind of stretch in a timeline.

/** The one script; it asks nobody for anything and keeps nothing. */
export const SCRIPT = `
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const closed = () => all('details:not([open])');

let opened = [];
addEventListener('beforeprint', () => {
  opened = closed();
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

const tools = document.querySelector('.tools');
if (tools && closed().length > 0) {
  const button = document.createElement('button');
  button.type = 'button';
  const label = () => {
    button.textContent = closed().length > 0 ? 'Open everything' : 'Fold everything';
  };
  button.addEventListener('click', () => {
    const open = closed().length > 0;
    for (const details of all('details')) details.open = open;
    label();
  });
  document.addEventListener('toggle', label, true);
  label();
  tools.append(button);
}

for (const item of all('.legend li')) {
  const figure = item.closest('figure');
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...item.childNodes);
  item.append(button);
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') === 'true';
    for (const other of all('.legend button', figure)) other.setAttribute('aria-pressed', 'false');
    for (const mark of all('.tasks rect', figure)) mark.classList.toggle('dim', !isOn && !mark.classList.contains(item.className));
    button.setAttribute('aria-pressed', String(!isOn));
  });
}
`;
