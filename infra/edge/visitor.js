// What the origin is told of a visitor. Only the edge knows it, so what visitors say of it themselves
// is overwritten. OWN_DOMAIN is put in when the stack is made; it may be empty.
var OWN_DOMAIN = '%OWN_DOMAIN%';

function handler(event) {
  var request = event.request;
  var headers = request.headers;
  var host = OWN_DOMAIN || headers.host.value;
  delete headers['x-relay-origin'];
  headers['x-relay-viewer'] = { value: event.viewer.ip };
  headers['x-relay-host'] = { value: 'https://' + host };
  return request;
}
