/** The components of a settings page, and `createComponent`, which JSX is compiled to. */
/* global global */
/* exported PageNode */

/** A component of the platform, with its properties and what is inside. */
function PageNode(component, props, children) {
  this.component = component;
  this.props = props;
  this.children = children;
}

(
  "Page Section Text Link TextImageRow Button Fragment Toggle Slider TextInput Select AdditiveList " +
  "ColorSelect ImagePicker Oauth StravaLogin"
)
  .split(" ")
  .forEach(function (name) {
    var component = function (props) {
      return new PageNode(name, props || {}, []);
    };
    component.platform = name;
    global[name] = component;
  });

/** `type` is a component of the platform or a function of the page's own. */
global.createComponent = function (type, props) {
  var children = Array.prototype.slice.call(arguments, 2);
  if (typeof type !== "function") {
    host("missing", "function", "component " + String(type));
    return new PageNode(String(type), props || {}, children);
  }
  if (type.platform) {
    var given = children.length || !props || props.children === undefined;
    return new PageNode(
      type.platform,
      props || {},
      given ? children : [props.children]
    );
  }
  var all = Object.assign({}, props);
  if (children.length)
    all.children = children.length === 1 ? children[0] : children;
  return type(all);
};
