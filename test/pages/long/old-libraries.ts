/**
 * What libraries that still run on old pages do to the built-ins, made after their sources: each text is a script of the
 * host's. They were right when they were written; since then the names that they took have got another meaning.
 */

/** Prototype.js 1.7.3: `Array.from` takes no iterables, the methods of Enumerable replace those of arrays, nodes get methods. */
export const prototypeJs = `
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
    strip: function () { return this.replace(/^\\s+/, '').replace(/\\s+$/, '') },
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
  document.observe = methods.observe; document.fire = methods.fire;`;

/** MooTools 1.2 to 1.4: another `Array.from`, an `Event` and an `Element` of its own, `bind` with a list, types that hold everything. */
export const mooTools = `
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
    test: function (regex) { return new RegExp(regex).test(this) }, trim: function () { return this.replace(/^\\s+|\\s+$/g, '') },
    clean: function () { return this.replace(/\\s+/g, ' ').trim() }, capitalize: function () { return this }, toInt: function () { return parseInt(this, 10) }
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
  document.id = function (id) { return document.getElementById(id) };`;

/** zone.js, as Angular loads it: a Promise of its own, listeners, observers and timers wrapped. */
export const zoneJs = `
  var Native = window.Promise, nativeThen = Native.prototype.then;
  function ZoneAwarePromise(executor) { this.__zone_symbol__state = null; this.inner = new Native(executor) }
  ZoneAwarePromise.prototype = {
    constructor: ZoneAwarePromise,
    then: function (a, b) { var inner = this.inner; return new ZoneAwarePromise(function (resolve, reject) { nativeThen.call(nativeThen.call(inner, a, b), resolve, reject) }) },
    catch: function (b) { return this.then(null, b) },
    finally: function (f) { return this.then(function (v) { f(); return v }, function (e) { f(); throw e }) }
  };
  ZoneAwarePromise.resolve = function (value) { return new ZoneAwarePromise(function (resolve) { resolve(value) }) };
  ZoneAwarePromise.reject = function (error) { return new ZoneAwarePromise(function (_, reject) { reject(error) }) };
  ZoneAwarePromise.all = function (all) { return Native.all(all) };
  ZoneAwarePromise.race = function (all) { return Native.race(all) };
  window.Promise = ZoneAwarePromise;
  Native.prototype.then = function (a, b) {
    var self = this;
    return new ZoneAwarePromise(function (resolve, reject) { nativeThen.call(self, resolve, reject) }).then(a, b);
  };
  ['addEventListener', 'removeEventListener'].forEach(function (name) {
    var native = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (type, listener, options) {
      if (!listener) return native.call(this, type, listener, options);
      var wrapped = listener.__zone_wrapped || (listener.__zone_wrapped = typeof listener == 'function'
        ? function (event) { return listener.apply(this, arguments) } : { handleEvent: function (event) { listener.handleEvent(event) } });
      return native.call(this, type, wrapped, options);
    };
  });
  ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'].forEach(function (name) {
    var NativeObserver = window[name];
    window['__zone_symbol__' + name] = NativeObserver;
    window[name] = function (callback) {
      var inner = new NativeObserver(function () { return callback.apply(this, arguments) });
      this.observe = function () { return inner.observe.apply(inner, arguments) };
      this.disconnect = function () { inner.disconnect() };
      this.takeRecords = function () { return inner.takeRecords() };
    };
  });
  var define = customElements.define;
  customElements.define = function (name, constructor, options) {
    ['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'].forEach(function (callback) {
      var original = constructor.prototype[callback];
      if (original) Object.defineProperty(constructor.prototype, callback, { value: function () { return original.apply(this, arguments) }, writable: true, configurable: true });
    });
    return define.call(customElements, name, constructor, options);
  };
  ['setTimeout', 'setInterval'].forEach(function (name) {
    var native = window[name];
    window[name] = function (f, ms) { var id = native(f, ms); return { data: { handleId: id }, toString: function () { return id } } };
  });`;

/** Collections as polyfills of 2013 made them: no iterators, no list for the constructor, marks on the keys. */
export const oldCollections = `
  window.Map = function () { this.k = []; this.v = [] };
  Map.prototype = {
    get: function (k) { return this.v[this.k.indexOf(k)] }, has: function (k) { return this.k.indexOf(k) > -1 },
    set: function (k, v) { var i = this.k.indexOf(k); if (i < 0) i = this.k.push(k) - 1; this.v[i] = v },
    'delete': function (k) { var i = this.k.indexOf(k); if (i < 0) return false; this.k.splice(i, 1); this.v.splice(i, 1); return true },
    clear: function () { this.k = []; this.v = [] }, forEach: function (f) { for (var i = 0; i < this.k.length; i++) f(this.v[i], this.k[i], this) }
  };
  window.Set = function () { this.k = [] };
  Set.prototype = {
    has: function (k) { return this.k.indexOf(k) > -1 }, add: function (k) { if (!this.has(k)) this.k.push(k) },
    'delete': function (k) { var i = this.k.indexOf(k); if (i > -1) this.k.splice(i, 1) }, clear: function () { this.k = [] }, forEach: function (f) { this.k.forEach(f) }
  };`;

/** The WeakMap of Polymer 0.5, which writes on its keys: those that are frozen throw. */
export const oldWeakMap = `
  var counter = Date.now() % 1e9;
  window.WeakMap = function () { this.name = '__st' + (Math.random() * 1e9 >>> 0) + counter++ };
  WeakMap.prototype = {
    set: function (key, value) { var entry = key[this.name]; if (entry && entry[0] === key) entry[1] = value; else Object.defineProperty(key, this.name, { value: [key, value], writable: true }); return this },
    get: function (key) { var entry; return (entry = key[this.name]) && entry[0] === key ? entry[1] : undefined },
    has: function (key) { var entry = key[this.name]; return !!entry && entry[0] === key },
    'delete': function (key) { var entry = key[this.name]; if (!entry) return false; entry[0] = entry[1] = undefined; return true }
  };`;

/** What Hardened JavaScript (SES) does: nothing shared can be written to. */
export const frozenIntrinsics = `
  [Object, Function, Array, String, Number, Boolean, RegExp, Date, Map, Set, WeakMap, Promise, Error, Symbol].forEach(function (type) {
    Object.freeze(type); Object.freeze(type.prototype);
  });
  Object.freeze(Object.getPrototypeOf([][Symbol.iterator]()));
  Object.freeze(Math); Object.freeze(JSON); Object.freeze(Reflect);`;
