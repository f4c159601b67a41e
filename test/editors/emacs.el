;; Uses Emacs as a person would and writes down what happened, as JSON, to $REPORT. What it should be is for the test to say.
;; It runs in the folder of the records, with the set-up of docs/editors/emacs.md in place. -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'json)

(defvar report nil)

(defun note (name value) (push (cons name value) report))

(defun pause ()
  "Lets Emacs do what it does when nobody types: in batch mode it would not."
  (mapc #'timer-event-handler (copy-sequence timer-idle-list)))

(defun wait (what condition)
  "Waits for CONDITION to hold."
  (with-timeout (20 (error "Waited in vain for %s" what))
    (while (not (funcall condition))
      (pause)
      (accept-process-output nil 0.01))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun go-to (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defmacro answering (choose &rest body)
  "Runs BODY; questions of Emacs are answered by CHOOSE, which is called with what can be chosen."
  `(cl-letf (((symbol-function 'completing-read) (lambda (_ choices &rest _) (funcall ,choose (all-completions "" choices))))
             ((symbol-function 'y-or-n-p) (lambda (&rest _) t))
             (last-nonmenu-event ?\r))
     ,@body))

(defun steps ()
  (let (visit shown)
    (find-file "visit.inspection.yaml")
    (setq visit (current-buffer))
    ;; Emacs runs these after each command of a person.
    (run-hooks 'post-command-hook)
    (wait "the server" #'eglot-managed-p)

    (wait "findings" #'flymake-diagnostics)
    (note "diagnostics"
          (vconcat (mapcar (lambda (one)
                             (vector (flymake-diagnostic-beg one) (flymake-diagnostic-end one)
                                     (symbol-name (flymake-diagnostic-type one)) (flymake-diagnostic-text one)))
                           (flymake-diagnostics))))

    (go-to "Kentt")
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (substring-no-properties text))))
    (wait "the hover" (lambda () shown))
    (note "hover" shown)

    (answering (lambda (actions) (note "actions" (vconcat actions)) (car actions))
               (call-interactively #'eglot-code-actions))
    (wait "the mistake to be mended" (lambda () (string-match-p "authority: Kent #" (text))))
    (wait "no findings" (lambda () (not (flymake-diagnostics))))
    (note "mended" (text))

    (goto-char (point-max))
    (insert "theme: Front")
    (completion-at-point)
    (note "completed" (text))
    (delete-region (line-beginning-position) (point-max))

    (pause)
    (go-to "kent-2022")
    (answering #'car (eglot-rename "kent-july-2022"))
    (note "renamed" (vector (text) (with-current-buffer "inspection.inspection.yaml" (text))))

    (goto-char (point-max))
    (insert "strengths:\n- One.\nnotes:   Two.\n")
    (pause)
    (eglot-format-buffer)
    (note "formatted" (text))

    (go-to "kent-july-2022")
    (call-interactively #'xref-find-definitions)
    (note "definition" (vector (buffer-name) (line-number-at-pos)))
    (with-current-buffer visit (save-buffer))
    (save-some-buffers t)))

(let ((inhibit-message t))
  (condition-case problem (steps) (error (note "problem" (error-message-string problem)))))
(with-temp-file (getenv "REPORT") (insert (json-encode report)))
(let ((kill-emacs-query-functions nil) (confirm-kill-processes nil)) (kill-emacs))
