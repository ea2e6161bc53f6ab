/** `i18n`: the package's own strings in the watch's language. */
/* global define */

define("i18n", {
  gettext: function (message) {
    return host("gettext", String(message));
  },
});
