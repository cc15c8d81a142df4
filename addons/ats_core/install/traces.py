def remove(env):
    """Clear what Odoo leaves of an addon in its own catalogues when the addon goes.

    It finds rows of its catalogues by the external names of the addon. Foreign keys have none,
    and what ``mail``, ``portal`` or ``calendar`` add to our models carries their names.
    """
    env.cr.execute("""
        DELETE FROM ir_model_constraint
         WHERE type = 'f' AND module IN (
               SELECT id FROM ir_module_module WHERE name LIKE 'ats\\_%' AND state = 'to remove');
        DELETE FROM ir_model_data
         WHERE module NOT LIKE 'ats\\_%'
           AND model IN ('ir.model.inherit', 'ir.model.fields.selection')
           AND name ~ '^(model_inherit|selection)__ats_'
    """)
