/** The blocks in the editor: a preview, and settings that are the attributes of the element, as the manifest has them. */
import { OwnServices } from './own-services.js';
import { preview } from './preview.js';
import { type Attributes, type Element, elements, languages, t, translated, type Value, wp } from './site.js';

const { createElement: h, Fragment } = wp.element;
const { SelectControl, TextControl, ToggleControl, PanelBody } = wp.components;
const { InspectorControls, useBlockProps } = wp.blockEditor;

interface Props {
  attributes: Attributes;
  setAttributes(attributes: Record<string, Value | undefined>): void;
}

/** What WordPress will have as the default; saying so now keeps its console empty. */
const look = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };

function control(element: Element, name: string, { attributes, setAttributes }: Props): unknown {
  const attribute = element.attributes[name];
  if (!attribute || attribute.type === 'source') return null;
  const shared = {
    ...look,
    key: name,
    label: translated(attribute.label),
    help: attribute.hint && translated(attribute.hint),
    // An empty field is no attribute: the default stands.
    onChange: (value: Value) =>
      setAttributes({ [name]: value === '' || value === false ? undefined : value }),
  };
  const value = attributes[name];
  if (attribute.type === 'flag')
    return h(ToggleControl, { ...shared, __next40pxDefaultSize: undefined, checked: value === true });
  if (attribute.type === 'choice') {
    const options = Object.entries(attribute.values ?? {}).map(([value, label]) => ({
      value,
      label: translated(label),
    }));
    const none = attribute.preset ? [] : [{ value: '', label: t('Not set') }];
    return h(SelectControl, {
      ...shared,
      options: [...none, ...options],
      value: value ?? attribute.preset ?? '',
    });
  }
  if (attribute.type === 'number')
    return h(TextControl, {
      ...shared,
      type: 'number',
      min: attribute.least,
      max: attribute.most,
      value: value ?? '',
      onChange: (text: string) => setAttributes({ [name]: text === '' ? undefined : Number(text) }),
    });
  return h(TextControl, { ...shared, type: 'url', placeholder: attribute.preset, value: value ?? '' });
}

const languageControl = ({ attributes, setAttributes }: Props): unknown =>
  h(SelectControl, {
    ...look,
    label: t('Language'),
    options: [
      { value: '', label: t('As the page') },
      ...Object.entries(languages).map(([value, label]) => ({ value, label })),
    ],
    value: attributes.lang ?? '',
    onChange: (value: string) => setAttributes({ lang: value || undefined }),
  });

for (const [name, element] of Object.entries(elements))
  wp.blocks.registerBlockType(`havn/${name}`, {
    edit: (props: Props) =>
      h(
        Fragment,
        null,
        h(
          InspectorControls,
          null,
          h(
            PanelBody,
            { title: t('Settings') },
            ...Object.keys(element.attributes).map(attribute => control(element, attribute, props)),
            languageControl(props),
          ),
          'src' in element.attributes && h(OwnServices, props),
        ),
        h('div', useBlockProps(), preview(name, element, props.attributes)),
      ),
    // What is saved are the settings: the page is printed by PHP, in the language that it then has.
    save: () => null,
  });
