-- Uses Neovim as a person would and writes down what happened, as JSON, to $REPORT. What it should be is for the test to say.
-- It runs in the folder of the records, with the set-up of docs/editors/neovim.md in place.
local report = {}

local function wait(what, condition)
  if not vim.wait(10000, condition, 10) then error('waited in vain for ' .. what) end
end

local function lines(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

local function diagnostics(buffer)
  return vim.tbl_map(function(found)
    return { code = found.code or found.user_data.lsp.code, severity = found.severity, line = found.lnum, from = found.col, to = found.end_col, message = found.message, source = found.source }
  end, vim.diagnostic.get(buffer))
end

-- Puts the cursor on the first character of some words.
local function go_to(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search('\\V' .. words, 'c') == 0 then error(words .. ' does not stand here') end
end

local function type_keys(keys, mode)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), mode, false)
end

local function steps()
  vim.cmd('edit visit.inspection.yaml')
  local buffer = vim.api.nvim_get_current_buf()

  wait('findings', function() return #vim.diagnostic.get(buffer) > 0 end)
  report.diagnostics = diagnostics(buffer)

  go_to('Kentt')
  vim.lsp.buf.hover()
  local float
  wait('the hover', function()
    float = vim.tbl_filter(function(window) return vim.api.nvim_win_get_config(window).relative ~= '' end, vim.api.nvim_list_wins())[1]
    return float ~= nil
  end)
  report.hover = lines(vim.api.nvim_win_get_buf(float))
  vim.api.nvim_win_close(float, true)

  vim.ui.select = function(choices, options, choose)
    report.actions = vim.tbl_map(options.format_item or tostring, choices)
    choose(choices[1], 1)
  end
  vim.lsp.buf.code_action()
  wait('the mistake to be mended', function() return lines(buffer):find('authority: Kent #', 1, true) ~= nil end)
  wait('no findings', function() return #vim.diagnostic.get(buffer) == 0 end)
  report.mended = lines(buffer)

  -- As typed: the list comes while Neovim waits for the next key, and its first entry is taken.
  local clock = vim.loop.new_timer()
  clock:start(50, 50, vim.schedule_wrap(function()
    local offered = vim.fn.complete_info({ 'items' }).items
    if report.completion or #offered == 0 then return end
    report.completion = vim.tbl_map(function(item) return item.word end, offered)
    vim.api.nvim_input('<C-y><Esc>')
  end))
  vim.defer_fn(function() vim.api.nvim_input('<Esc>') end, 10000)
  type_keys('Gotheme: <C-x><C-o>', 'tx!')
  clock:stop()
  report.completed = lines(buffer)
  vim.cmd('normal! dd')

  go_to('kent-2022')
  vim.lsp.buf.definition()
  wait('the record that is followed', function() return vim.api.nvim_get_current_buf() ~= buffer end)
  report.definition = vim.fn.expand('%:t') .. ': ' .. vim.fn.getline('.')
  vim.cmd('buffer ' .. buffer)

  go_to('kent-2022')
  vim.lsp.buf.references()
  wait('the references', function() return #vim.fn.getqflist() > 0 end)
  report.references = vim.tbl_map(function(place) return vim.fn.fnamemodify(vim.fn.bufname(place.bufnr), ':t') .. ': ' .. place.text end, vim.fn.getqflist())
  vim.cmd('cclose')

  vim.lsp.buf.document_symbol()
  wait('the outline', function() return vim.fn.getloclist(0, { title = 1 }).title ~= '' and #vim.fn.getloclist(0) > 0 or #vim.fn.getqflist() == 1 end)
  report.outline = vim.tbl_map(function(symbol) return symbol.text end, #vim.fn.getloclist(0) > 0 and vim.fn.getloclist(0) or vim.fn.getqflist())
  vim.cmd('lclose | cclose')
  vim.cmd('buffer ' .. buffer)

  go_to('kent-2022')
  vim.lsp.buf.rename('kent-july-2022')
  local other = vim.uri_to_bufnr(vim.uri_from_fname(vim.fn.getcwd() .. '/inspection.inspection.yaml'))
  wait('the id to be renamed', function() return lines(buffer):find('kent-july-2022', 1, true) and vim.api.nvim_buf_is_loaded(other) and lines(other):find('kent-july-2022', 1, true) end)
  report.renamed = { lines(buffer), lines(other) }

  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'strengths:', '- One.', 'notes:   Two.' });
  (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()
  report.formatted = lines(buffer)
  vim.cmd('silent wall')
end

local ok, problem = pcall(steps)
if not ok then report.problem = tostring(problem) end
local file = io.open(os.getenv('REPORT'), 'w')
file:write(vim.fn.json_encode(report))
file:close()
vim.cmd('qall!')
