/**
 * `fetch`: answered from what the world's user sets. There is no network: what nobody answers is
 * reported, and refused by a rejection. Method and body of a request do not count.
 */
/* global bytesOf, global, own, parsed */

/** An answer of the web; its content can be read once. */
function Response(address, head, bytes) {
  var used = false;
  function unread() {
    if (used) throw new TypeError("the body of this response was read already");
  }
  function once(read) {
    return function () {
      return new Promise(function (resolve) {
        unread();
        used = true;
        resolve(read());
      });
    };
  }
  function text() {
    return host("utf8", bytes);
  }
  this.url = address;
  this.status = head.status;
  this.ok = head.status < 300;
  this.statusText = "";
  this.redirected = false;
  this.type = "basic";
  this.headers = new global.Headers(head.headers);
  Object.defineProperty(this, "bodyUsed", {
    get: function () {
      return used;
    },
  });
  this.text = once(text);
  this.json = once(function () {
    return JSON.parse(text());
  });
  this.arrayBuffer = once(function () {
    return own(bytes);
  });
  this.clone = function () {
    unread();
    return new Response(address, head, bytes);
  };
}

global.fetch = function (address) {
  var asked = String(address),
    head = parsed("fetch.head", asked);
  if (head === undefined) {
    host("missing", "function", "fetch");
    return Promise.reject(new TypeError("this host has no network: " + asked));
  }
  if (!host("permission", "access_internet"))
    return Promise.reject(
      new TypeError("fetch needs the permission access_internet")
    );
  return Promise.resolve(
    new Response(asked, head, own(bytesOf(host("fetch.body", asked))))
  );
};
