/*
  What the pages do beyond htmx: the CSRF header, signing in again without losing the page, focus, single keys,
  notices read aloud, and fields typed into while their form is redrawn. No page depends on it for its content.
*/
(function (d) {
  'use strict';

  function meta(name) {
    return d.querySelector('meta[name="' + name + '"]');
  }

  function byId(id) {
    return d.getElementById(id);
  }

  // ---- CSRF: the token changes when somebody signs in again, so it is read at every request.
  d.addEventListener('htmx:configRequest', function (e) {
    var token = meta('_csrf');
    if (token && e.detail.verb !== 'get') {
      e.detail.headers[meta('_csrf_header').content] = token.content;
    }
  });

  // ---- News: one stream while the page is looked at says that the lists or the bell have changed; the page then asks anew.
  // What it asks by itself is marked, so that it does not keep the session alive. Where the stream does not come through,
  // the page asks every now and then.
  var QUIET = 'X-Mingjing-Quiet';
  var SLOW = 90000; // ms between questions without a stream
  var SPACING = 3000; // ms at least between two renewals of a list
  var HOLD = 20000; // ms in which the row of an own act, with its undo, is left alone
  var stream = null;
  var slow = null;
  var due = null;
  var last = 0;
  var acted = 0;

  d.addEventListener('htmx:configRequest', function (e) {
    var by = e.detail.triggeringEvent;
    if (by && by.type === 'news' && e.detail.verb === 'get') e.detail.headers[QUIET] = '1';
  });
  d.addEventListener('htmx:beforeRequest', function (e) {
    if (e.detail.requestConfig.verb !== 'get') acted = Date.now();
  });

  function shows() {
    var list = d.querySelector('[data-mj-live]');
    return list ? list.dataset.mjLive : 'nothing';
  }

  // Somebody types, chooses, or has ticked boxes: the list waits, and asks again a little later.
  function busy(list) {
    var at = d.activeElement;
    return (
      (at && at !== d.body && list.contains(at) && at.matches('input, select, textarea, summary')) ||
      !!list.querySelector('tbody input:checked, form select[name=assignee], dialog[open]') ||
      !!d.querySelector('dialog[open]') ||
      (Date.now() - acted < HOLD && !!list.querySelector('tr.is-mine, tr.is-gone')) ||
      !!list.querySelector('.htmx-request')
    );
  }

  function renewLists() {
    due = null;
    d.querySelectorAll('[data-mj-live]').forEach(function (list) {
      if (busy(list)) {
        soon(SPACING);
        return;
      }
      last = Date.now();
      fetch(location.href, {
        headers: { 'HX-Request': 'true', 'X-Mingjing-Quiet': '1' },
        credentials: 'same-origin',
        redirect: 'error'
      })
        .then(function (answer) {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.text();
        })
        .then(function (html) {
          if (!d.contains(list) || busy(list)) return soon(SPACING);
          swap(list, html);
        })
        .catch(function () {
          // Signed out or out of reach: the next act of the reader says so.
        });
    });
  }

  function swap(list, html) {
    var box = d.createElement('template');
    box.innerHTML = html;
    var fresh = box.content.getElementById ? box.content.getElementById(list.id) : box.content.querySelector('#' + list.id);
    if (!fresh || fresh.outerHTML === list.outerHTML) return;
    var at = d.activeElement;
    var was = at && list.contains(at) ? mark(at, list) : null;
    var scroll = list.querySelector('.mj-scroll');
    var top = scroll ? scroll.scrollTop : 0;
    list.replaceWith(fresh);
    htmx.process(fresh);
    scroll = fresh.querySelector('.mj-scroll');
    if (scroll) scroll.scrollTop = top;
    if (!was) return;
    var tr = was.row && byId(was.row);
    var found = (was.id && byId(was.id)) || (tr && alike(tr, was)) || tr || alike(fresh, was);
    if (found) focusOn(found, true);
  }

  function soon(wait) {
    if (due) return;
    due = setTimeout(renewLists, Math.max(wait, last + SPACING - Date.now()));
  }

  function ring() {
    var bell = d.querySelector('.mj-bell');
    if (bell) bell.dispatchEvent(new CustomEvent('news'));
  }

  function slowly(on) {
    clearInterval(slow);
    slow = on
      ? setInterval(function () {
          if (d.hidden) return;
          ring();
          soon(0);
        }, SLOW)
      : null;
  }

  function listen() {
    if (stream || d.hidden || !meta('app-user') || !window.EventSource) return;
    stream = new EventSource('/live?shows=' + shows());
    stream.addEventListener('open', function () {
      slowly(false);
    });
    stream.addEventListener('lists', function () {
      soon(Math.random() * 600);
    });
    stream.addEventListener('bell', ring);
    stream.onerror = function () {
      slowly(true);
      // The browser tries again by itself, unless it was refused.
      if (stream && stream.readyState === EventSource.CLOSED) stream = null;
    };
  }

  // A page behind others gives its connection back; what it missed it asks for when it is looked at again.
  d.addEventListener('visibilitychange', function () {
    if (d.hidden) {
      if (stream) stream.close();
      stream = null;
      slowly(false);
    } else {
      listen();
      ring();
      soon(0);
    }
  });
  window.addEventListener('pagehide', function () {
    if (stream) stream.close();
    stream = null;
  });
  // Another list was chosen: the stream has to know of it.
  d.addEventListener('htmx:afterSettle', function () {
    if (stream && stream.url.indexOf('shows=' + shows()) < 0) {
      stream.close();
      stream = null;
      listen();
    }
  });
  window.addEventListener('pageshow', function () {
    if (window.EventSource) listen();
    else slowly(true);
  });

  function renewToken(value) {
    var token = meta('_csrf');
    if (token && value) {
      token.content = value;
      d.querySelectorAll('input[name="_csrf"]').forEach(function (input) {
        input.value = value;
      });
    }
  }

  // ---- Notices: a server answer may carry HX-Trigger {"notice": "text"}.
  var hush = null;

  function say(text) {
    var box = byId('mj-status');
    if (!box || !text) return;
    clearTimeout(hush);
    box.textContent = '';
    setTimeout(function () {
      box.textContent = text;
    }, 30);
    hush = setTimeout(function () {
      box.textContent = '';
    }, 6000);
  }

  d.addEventListener('notice', function (e) {
    say(typeof e.detail === 'string' ? e.detail : e.detail && e.detail.value);
  });
  d.addEventListener('htmx:responseError', function (e) {
    var box = byId('mj-status');
    var reference = e.detail.xhr.getResponseHeader('X-Reference');
    if (box && e.detail.xhr.status !== 401 && !e.detail.elt.matches('.mj-bell')) say(box.dataset.failed + (reference ? ' [' + reference + ']' : ''));
  });
  d.addEventListener('htmx:sendError', function (e) {
    var box = byId('mj-status');
    if (box && !e.detail.elt.matches('.mj-bell')) say(box.dataset.offline);
  });

  // ---- The session is over: sign in in a dialog, then do again what was asked.
  var pending = null;

  d.addEventListener('htmx:beforeOnLoad', function (e) {
    if (e.detail.xhr.status !== 401) return;
    e.preventDefault();
    var dialog = byId('mj-relogin');
    var verb = e.detail.requestConfig && e.detail.requestConfig.verb;
    var quiet = e.detail.elt.matches('.mj-bell, [data-mj-draft]');
    if (!dialog || (verb === 'get' && quiet)) return;
    if (!dialog.contains(e.detail.elt) && !quiet) pending = e.detail.elt;
    if (dialog.open && !dialog.contains(e.detail.elt)) return;
    fetch('/login-box', { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (html) {
        var body = byId('mj-relogin-body');
        body.innerHTML = html;
        var token = body.querySelector('[name=_csrf]');
        renewToken(token && token.value);
        htmx.process(body);
        if (!dialog.open) dialog.showModal();
      });
  });

  d.addEventListener('signed-in', function (e) {
    renewToken(e.detail.csrf);
    byId('mj-relogin').close();
    byId('mj-relogin-body').textContent = '';
    var user = meta('app-user');
    if (!user || e.detail.user !== user.content) {
      // Somebody else signed in: nothing of the former user's page is sent.
      pending = null;
      location.assign('/');
      return;
    }
    if (pending && d.contains(pending)) {
      var again = pending;
      pending = null;
      if (again.tagName === 'FORM') again.requestSubmit();
      else htmx.trigger(again, 'click');
    }
  });

  // What the reader does, in contrast to what a page asks for by itself: previews, drafts, news.
  function byReader(e) {
    var by = e.detail.triggeringEvent || (e.detail.requestConfig && e.detail.requestConfig.triggeringEvent);
    var verb = e.detail.requestConfig && e.detail.requestConfig.verb;
    return !!by && (by.type === 'submit' || by.type === 'click' || (by.type === 'change' && verb === 'get'));
  }

  // ---- A refusal stays on top of the page until the next act.
  d.addEventListener('htmx:beforeRequest', function (e) {
    var notices = byId('mj-notices');
    if (notices && e.detail.requestConfig.verb !== 'get' && byReader(e)) notices.textContent = '';
  });

  // ---- Focus stays in a row that is replaced; what was typed during a redraw is kept.
  var row = null;
  var before = null;

  function snapshot(form) {
    var values = {};
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.id && 'value' in field && field.type !== 'hidden' && field.type !== 'file') {
        values[field.id] = field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value;
      }
    });
    return values;
  }

  function now(field) {
    return field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value;
  }

  d.addEventListener('htmx:beforeRequest', function (e) {
    var form = e.detail.elt.closest && e.detail.elt.closest('form[data-mj-form]');
    if (form && e.detail.elt !== form && !e.detail.elt.hasAttribute('data-mj-draft')) before = snapshot(form);
  });
  d.addEventListener('htmx:beforeSwap', function (e) {
    var target = e.detail.target;
    if (e.detail.xhr.status >= 400 && e.detail.xhr.getResponseHeader('HX-Retarget')) {
      // A refusal with its own place on the page is an answer, not a fault.
      e.detail.shouldSwap = true;
      e.detail.isError = false;
    }
    var tr = target.closest && target.closest('tr[id]');
    row = tr && tr.contains(d.activeElement) ? tr.id : null;
    var form = target.closest && target.closest('form[data-mj-form]');
    if (before && form) {
      var later = {};
      Array.prototype.forEach.call(form.elements, function (field) {
        if (field.id in before && before[field.id] !== now(field)) later[field.id] = now(field);
      });
      before = later;
    } else {
      before = null;
    }
  });
  d.addEventListener('htmx:afterSwap', function () {
    Object.keys(before || {}).forEach(function (id) {
      var field = byId(id);
      if (!field) return;
      if (typeof before[id] === 'boolean') field.checked = before[id];
      else field.value = before[id];
    });
    before = null;
  });
  d.addEventListener('htmx:afterSettle', function (e) {
    if (row) {
      var tr = byId(row);
      row = null;
      if (tr) tr.focus();
    }
    // A form that comes back with complaints, or with what follows, shows these first.
    var first = '.mj-errors, [data-mj-focus]';
    var wanted = e.target.matches && e.target.matches(first) ? e.target : e.target.querySelector && e.target.querySelector(first);
    if (wanted) {
      wanted.focus({ preventScroll: true });
      wanted.scrollIntoView({ block: 'nearest' });
      if (wanted.getBoundingClientRect().top < 0) wanted.scrollIntoView({ block: 'start' });
    }
  });

  // ---- Focus does not fall back to the top of the page when what had it is swapped away, or was disabled while its
  // request ran: it goes to the same control, else to its row, else to what came in its place.
  var places = new WeakMap();
  var newest = null; // request of the reader: what came before it no longer moves the focus
  var CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

  function nowhere() {
    var at = d.activeElement;
    return !at || at === d.body || at.disabled;
  }

  function label(control) {
    return control.getAttribute('aria-label') || control.textContent.trim();
  }

  function mark(at, target) {
    var tr = at.closest('tr[id]');
    return {
      at: at,
      tag: at.tagName,
      id: at.id,
      row: tr ? tr.id : null,
      href: at.getAttribute('href'),
      name: at.getAttribute('name'),
      label: label(at),
      target: target ? target.id : null
    };
  }

  function alike(within, was) {
    return Array.prototype.find.call(within.querySelectorAll(CONTROLS), function (control) {
      if (control.tagName !== was.tag || control.disabled) return false;
      if (was.href && control.getAttribute('href') === was.href) return true;
      return was.name ? control.name === was.name : label(control) === was.label;
    });
  }

  function there(was) {
    return d.contains(was.at) && !was.at.disabled && was.at.getClientRects().length ? was.at : was.id && byId(was.id);
  }

  function focusOn(found, quietly) {
    if (!found.matches(CONTROLS) && !found.hasAttribute('tabindex')) found.setAttribute('tabindex', '-1');
    found.focus({ preventScroll: quietly });
  }

  d.addEventListener('htmx:beforeRequest', function (e) {
    if (!byReader(e)) return;
    var at = d.activeElement;
    newest = e.detail.xhr;
    places.set(e.detail.xhr, mark(!at || at === d.body ? e.detail.elt : at, e.detail.target));
  });

  d.addEventListener('htmx:afterRequest', function (e) {
    var was = places.get(e.detail.xhr);
    if (was) setTimeout(settle, 60, was, e.detail.xhr);
  });

  function settle(was, request) {
    var panel = was.target && byId(was.target);
    var said = panel && panel.querySelector('[data-mj-say]');
    var region = byId('mj-said');
    if (said && region) region.textContent = said.textContent;
    if (request !== newest || !nowhere() || d.querySelector('dialog[open]')) return;
    var found = there(was) || (was.row && byId(was.row)) || (panel && alike(panel, was));
    // A form that was answered, or given up, lies under the menu that opened it.
    if (!found && (!panel || !panel.firstElementChild || panel.id === 'mj-act')) found = d.querySelector('.mj-menu--page > summary');
    if (!found) found = panel && panel.firstElementChild ? panel : byId('content');
    if (found) focusOn(found, found === panel);
  }

  // ---- Menus made of <details>, dialogs opened by name, check all, a form that is sent once.
  d.addEventListener('click', function (e) {
    d.querySelectorAll('details.mj-menu[open]').forEach(function (menu) {
      if (!menu.contains(e.target)) menu.open = false;
    });
    var opener = e.target.closest('[data-mj-open]');
    if (opener) {
      var menu = opener.closest('details.mj-menu');
      if (menu) menu.open = false;
      byId(opener.dataset.mjOpen).showModal();
    }
    var item = e.target.closest('.mj-menu--page .mj-menu__item');
    if (item) item.closest('details').open = false;
    var closer = e.target.closest('[data-mj-close]');
    if (closer) closer.closest('dialog').close();
    var printer = e.target.closest('[data-mj-print]');
    if (printer) window.print();
  });
  d.addEventListener('change', function (e) {
    if (e.target.id === 'mj-keys-on') {
      try {
        localStorage.setItem('mj-keys', e.target.checked ? 'on' : 'off');
      } catch (blocked) {
        // The choice then lasts as long as the page.
      }
      keysOn = e.target.checked;
    }
    if (e.target.matches('[data-mj-check-all]')) {
      var table = e.target.closest('table');
      table.querySelectorAll('tbody input[type=checkbox]:not(:disabled)').forEach(function (box) {
        box.checked = e.target.checked;
      });
    }
    if (e.target.matches('[data-mj-submit]')) e.target.form.requestSubmit();
  });
  d.addEventListener('submit', function (e) {
    var form = e.target;
    if (form.method === 'dialog' || form.method === 'get' || form.hasAttribute('hx-post')) return;
    if (form.dataset.mjSent) {
      e.preventDefault();
      return;
    }
    form.dataset.mjSent = 'yes';
  });
  window.addEventListener('pageshow', function () {
    d.querySelectorAll('form[data-mj-sent]').forEach(function (form) {
      delete form.dataset.mjSent;
    });
  });

  // ---- Single keys. They can be switched off (WCAG 2.1.4) and never act in a field, a dialog or an input method.
  var keysOn = true;
  try {
    keysOn = localStorage.getItem('mj-keys') !== 'off';
  } catch (blocked) {
    keysOn = true;
  }
  var box = byId('mj-keys-on');
  if (box) box.checked = keysOn;

  function rows() {
    return Array.prototype.slice.call(d.querySelectorAll('.mj-table tbody tr[tabindex]'));
  }

  function press(tr, key) {
    var button = tr && tr.querySelector('[data-key="' + key + '"]:not(:disabled)');
    if (button) button.click();
    return !!button;
  }

  d.addEventListener('keydown', function (e) {
    if (e.key === 'Escape') {
      var shut = false;
      d.querySelectorAll('details.mj-menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
        shut = true;
      });
      var given = !shut && !e.isComposing && e.target.closest && e.target.closest('tr[id]');
      var up = given && given.querySelector('[data-mj-cancel]');
      if (up) up.click();
    }
    if (!keysOn || e.ctrlKey || e.altKey || e.metaKey || e.isComposing || d.querySelector('dialog[open]')) return;
    if (e.target.closest('input, textarea, select, [contenteditable]')) return;
    var tr = d.activeElement && d.activeElement.closest('.mj-table tbody tr[tabindex]');
    var all;
    var handled = false;
    switch (e.key) {
      case 'j':
      case 'k':
        all = rows();
        if (all.length) {
          var at = tr ? all.indexOf(tr) + (e.key === 'j' ? 1 : -1) : 0;
          all[Math.max(0, Math.min(all.length - 1, at))].focus();
          handled = true;
        }
        break;
      case 'Enter':
        if (tr && d.activeElement === tr) {
          var open = tr.querySelector('a.mj-row-open') || tr.querySelector('a[href]');
          if (open) open.click();
          handled = !!open;
        }
        break;
      case 'c':
        handled = press(tr, 'c');
        break;
      case 'u':
        handled = press(tr, 'u') || press(d, 'u');
        break;
      case '/':
        var goto = byId('mj-goto');
        if (goto) {
          goto.focus();
          goto.select();
          handled = true;
        }
        break;
      case '?':
        var help = byId('mj-keys');
        if (help) help.showModal();
        handled = !!help;
        break;
      default:
    }
    if (handled) e.preventDefault();
  });
})(document);
