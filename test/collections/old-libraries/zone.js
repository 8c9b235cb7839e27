/* zone.js, as Angular loads it: a Promise of its own, listeners, observers and timers wrapped. */
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
});
