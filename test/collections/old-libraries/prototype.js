/* Prototype.js 1.7.3: `Array.from` takes no iterables, the methods of Enumerable replace those of arrays, nodes get methods. */
function $A(iterable) {
  if (!iterable) return [];
  if ('toArray' in Object(iterable)) return iterable.toArray();
  var length = iterable.length || 0, results = new Array(length);
  while (length--) results[length] = iterable[length];
  return results;
}
var $break = {};
var Enumerable = {
  each: function (iterator, context) {
    try { this._each(function (value, index) { iterator.call(context, value, index) }) }
    catch (e) { if (e != $break) throw e }
    return this;
  },
  all: function (iterator) { var result = true; this.each(function (v, i) { result = result && !!iterator(v, i); if (!result) throw $break }); return result },
  any: function (iterator) { var result = false; this.each(function (v, i) { if (result = !!iterator(v, i)) throw $break }); return result },
  collect: function (iterator, context) { var results = []; this.each(function (v, i) { results.push(iterator.call(context, v, i)) }); return results },
  detect: function (iterator, context) { var result; this.each(function (v, i) { if (iterator.call(context, v, i)) { result = v; throw $break } }); return result },
  findAll: function (iterator, context) { var results = []; this.each(function (v, i) { if (iterator.call(context, v, i)) results.push(v) }); return results },
  include: function (object) { var found = false; this.each(function (v) { if (v == object) { found = true; throw $break } }); return found },
  toArray: function () { var all = []; this.each(function (v) { all.push(v) }); return all },
  size: function () { return this.toArray().length },
  inspect: function () { return '#<Enumerable>' },
  zip: function () { return [] }
};
Enumerable.map = Enumerable.collect; Enumerable.find = Enumerable.detect; Enumerable.filter = Enumerable.select = Enumerable.findAll;
Enumerable.every = Enumerable.all; Enumerable.some = Enumerable.any; Enumerable.member = Enumerable.include; Enumerable.entries = Enumerable.toArray;
Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to };
Object.extend(Array.prototype, Enumerable);
Object.extend(Array.prototype, {
  _each: function (iterator) { for (var i = 0, length = this.length >>> 0; i < length; i++) if (i in this) iterator(this[i], i) },
  clear: function () { this.length = 0; return this },
  first: function () { return this[0] },
  last: function () { return this[this.length - 1] },
  flatten: function () { return this.reduce(function (all, v) { return Array.isArray(v) ? all.concat(v.flatten()) : (all.push(v), all) }, []) },
  reverse: (function (original) { return function (inline) { return original.call(inline === false ? this.slice() : this) } })(Array.prototype.reverse),
  uniq: function () { return this.toArray() },
  toJSON: function () { return '[' + this.join(', ') + ']' }
});
Array.from = $A;
Object.values = function (object) { var all = []; for (var name in object) all.push(object[name]); return all };
Object.extend(String.prototype, {
  strip: function () { return this.replace(/^\s+/, '').replace(/\s+$/, '') },
  startsWith: function (pattern) { return this.lastIndexOf(pattern, 0) === 0 },
  endsWith: function (pattern) { var d = this.length - pattern.length; return d >= 0 && this.indexOf(pattern, d) === d },
  include: function (pattern) { return this.indexOf(pattern) > -1 },
  sub: function () { return this }, times: function () { return this }, empty: function () { return this == '' },
  toArray: function () { return this.split('') }, toJSON: function () { return '"' + this + '"' }
});
Number.prototype.toJSON = Boolean.prototype.toJSON = function () { return String(this) };
Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"' };
RegExp.prototype.match = RegExp.prototype.test;
Object.extend(Function.prototype, {
  argumentNames: function () { return [] }, curry: function () { return this }, defer: function () { return setTimeout(this, 10) },
  bind: function (context) { var method = this, args = $A(arguments).slice(1); return function () { return method.apply(context, args.concat($A(arguments))) } },
  wrap: function () { return this }, methodize: function () { return this }
});
var methods = {
  visible: function () { return this.style.display != 'none' },
  show: function () { this.style.display = ''; return this }, hide: function () { this.style.display = 'none'; return this },
  toggle: function () { return this.visible() ? this.hide() : this.show() },
  remove: function () { this.parentNode.removeChild(this); return this },
  update: function (text) { this.innerHTML = text; return this },
  replace: function (text) { this.outerHTML = text; return this },
  insert: function (text) { this.insertAdjacentHTML('beforeend', text); return this },
  wrap: function (wrapper) { return wrapper }, up: function () { return this.parentNode }, down: function () { return this.firstChild },
  next: function () { return this.nextSibling }, previous: function () { return this.previousSibling },
  select: function (s) { return $A(this.querySelectorAll(s)) }, match: function (s) { return this.matches(s) },
  clone: function (deep) { return this.cloneNode(deep) }, empty: function () { return !this.innerHTML },
  observe: function (n, f) { this.addEventListener(n, f, false); return this }, fire: function () { return this },
  readAttribute: function (n) { return this.getAttribute(n) }, identify: function () { return this.id || (this.id = 'anonymous_element_1') }
};
for (var name in methods) Element.prototype[name] = HTMLElement.prototype[name] = methods[name];
var original = window.Element;
window.Element = function (tagName) { return document.createElement(tagName) };
window.Element.prototype = original.prototype;
window.Template = function (template) { this.template = template };
window.Hash = function () {};
window.Class = { create: function () { return function () {} } };
document.observe = methods.observe; document.fire = methods.fire;
