/* MooTools 1.2 to 1.4: another `Array.from`, an `Event` and an `Element` of its own, `bind` with a list, types that hold everything. */
Function.prototype.overloadSetter = function () { return this };
Function.prototype.extend = function (more) { for (var name in more) this[name] = more[name]; return this };
Function.prototype.implement = function (more) { for (var name in more) this.prototype[name] = more[name]; return this };
Function.prototype.create = function (options) { var f = this; return function () { return f.apply(options.bind || this, options.arguments || arguments) } };
Function.prototype.bind = function (that, args) { return this.create({ bind: that, arguments: args === undefined ? undefined : [].concat(args) }) };
Function.prototype.pass = Function.prototype.delay = Function.prototype.periodical = Function.prototype.attempt = function () { return this };
Array.from = function (item) {
  if (item == null) return [];
  return typeof item.length == 'number' && typeof item != 'string' ? (Array.isArray(item) ? item : Array.prototype.slice.call(item)) : [item];
};
String.from = function (item) { return item + '' }; Number.from = function (item) { var n = parseFloat(item); return isFinite(n) ? n : null };
Array.implement({
  each: function (f, b) { for (var i = 0; i < this.length; i++) f.call(b, this[i], i, this) },
  contains: function (item, from) { return this.indexOf(item, from) != -1 },
  include: function (item) { if (!this.contains(item)) this.push(item); return this },
  combine: function () { return this }, erase: function (item) { var i = this.indexOf(item); if (i > -1) this.splice(i, 1); return this },
  empty: function () { this.length = 0; return this }, clone: function () { return this.slice() },
  flatten: function () { return [].concat.apply([], this) }, pick: function () { return this[0] || null }, getLast: function () { return this[this.length - 1] || null },
  link: function () { return {} }, associate: function () { return {} }, append: function (a) { this.push.apply(this, a); return this }
});
String.implement({
  contains: function (text, separator) { return separator ? (separator + this + separator).indexOf(separator + text + separator) > -1 : this.indexOf(text) > -1 },
  test: function (regex) { return new RegExp(regex).test(this) }, trim: function () { return this.replace(/^\s+|\s+$/g, '') },
  clean: function () { return this.replace(/\s+/g, ' ').trim() }, capitalize: function () { return this }, toInt: function () { return parseInt(this, 10) }
});
Number.implement({ limit: function (a, b) { return Math.min(b, Math.max(a, this)) }, times: function () {}, round: function () { return Math.round(this) } });
Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to };
Object.each = function (o, f) { for (var name in o) f(o[name], name) };
Object.map = Object.filter = Object.clone = Object.merge = function (o) { return o };
var methods = {
  set: function (n, v) { this.setAttribute(n, v); return this }, get: function (n) { return this.getAttribute(n) }, erase: function (n) { this.removeAttribute(n); return this },
  inject: function (to) { to.appendChild(this); return this }, adopt: function () { return this }, grab: function () { return this },
  dispose: function () { return this.parentNode ? this.parentNode.removeChild(this) : this }, destroy: function () { return null }, empty: function () { while (this.firstChild) this.removeChild(this.firstChild); return this },
  clone: function () { return this.cloneNode(true) }, replaces: function (el) { el.parentNode.replaceChild(this, el); return this }, wraps: function () { return this },
  getElement: function (s) { return this.querySelector(s) }, getElements: function (s) { return this.querySelectorAll(s) }, match: function (s) { return this.matches(s) },
  getParent: function () { return this.parentNode }, getFirst: function () { return this.firstChild }, getChildren: function () { return this.childNodes },
  addEvent: function (n, f) { this.addEventListener(n, f); return this }, fireEvent: function () { return this }, store: function () { return this }, retrieve: function () { return null },
  setStyle: function (n, v) { this.style[n] = v; return this }, hasClass: function (n) { return this.className.split(' ').contains(n) }, position: function () {}, show: function () { this.style.display = '' }, hide: function () { this.style.display = 'none' }
};
for (var name in methods) Element.prototype[name] = methods[name];
var original = window.Element;
window.Element = function (tag) { return document.createElement(tag) };
window.Element.prototype = original.prototype;
window.Event = function (event) { this.event = event || window.event };
window.Event.Keys = {};
window.Type = window.Class = window.Hash = window.Native = window.Browser = function () {};
document.id = function (id) { return document.getElementById(id) };
